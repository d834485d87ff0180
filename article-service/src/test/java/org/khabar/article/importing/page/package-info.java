/** Tests of the page text parser: pages of our own in many forms, single rules, and properties of any input. */
@NullMarked
package org.khabar.article.importing.page;

import org.jspecify.annotations.NullMarked;
