/**
 * What SmallRye GraphQL does for each field of each object, done with less. Knows no feature.
 */
@NullMarked
package org.khabar.article.graphql;

import org.jspecify.annotations.NullMarked;
