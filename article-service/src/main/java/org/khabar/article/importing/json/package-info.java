/**
 * Articles as JSON objects: Khabar's own form, with the names of the GraphQL schema, and the IPTC's ninjs of the lines
 * 1.x (snake_case), 2.x and 3.x (camelCase). What has another type than its form says is refused with its path.
 */
@NullMarked
package org.khabar.article.importing.json;

import org.jspecify.annotations.NullMarked;
