/** Tests of imports of HTML. */
@NullMarked
package org.khabar.article.importing.html;

import org.jspecify.annotations.NullMarked;
