/**
 * Reading what a field of many objects needs in one go, when the field has arguments. Knows no feature.
 */
@NullMarked
package org.khabar.article.loading;

import org.jspecify.annotations.NullMarked;
