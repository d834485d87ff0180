/**
 * How a request is refused: one exception with a code, and its shape in GraphQL and REST answers. Knows no feature.
 */
@NullMarked
package org.khabar.entity.failure;

import org.jspecify.annotations.NullMarked;
