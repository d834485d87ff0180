/** Tests of imports through the running service. */
@NullMarked
package org.khabar.article.importing;

import org.jspecify.annotations.NullMarked;
