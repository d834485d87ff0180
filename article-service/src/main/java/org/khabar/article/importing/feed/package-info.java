/**
 * RSS 2.0 (and the older versions that ROME reads) and Atom: each entry of a feed is an article. Document type
 * declarations are refused, so there are no entities to bomb with or to fetch, and so is absurd nesting.
 */
@NullMarked
package org.khabar.article.importing.feed;

import org.jspecify.annotations.NullMarked;
