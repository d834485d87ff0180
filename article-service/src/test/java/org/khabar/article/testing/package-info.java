/** What the tests of several features share: a database, tokens, requests. */
@NullMarked
package org.khabar.article.testing;

import org.jspecify.annotations.NullMarked;
