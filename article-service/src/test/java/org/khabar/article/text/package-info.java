/** Tests of recognising text. */
@NullMarked
package org.khabar.article.text;

import org.jspecify.annotations.NullMarked;
