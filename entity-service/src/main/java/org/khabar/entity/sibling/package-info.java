/**
 * Reading for many objects at once: the objects that one step of a GraphQL query found together share what is read for
 * them. Knows no feature.
 */
@NullMarked
package org.khabar.entity.sibling;

import org.jspecify.annotations.NullMarked;
