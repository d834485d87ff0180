/**
 * How much one GraphQL request may load and answer with, over all its fields. Knows no feature.
 *
 * <p>A bound of each page alone lets nested pages multiply; the budget is shared by the whole request.
 */
@NullMarked
package org.khabar.entity.budget;

import org.jspecify.annotations.NullMarked;
