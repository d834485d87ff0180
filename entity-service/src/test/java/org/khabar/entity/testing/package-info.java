/** What the tests of several features share: a database, tokens, a feed, requests. */
@NullMarked
package org.khabar.entity.testing;

import org.jspecify.annotations.NullMarked;
