/** Tests of this feature through the running service. */
@NullMarked
package org.khabar.article.article.workflow;

import org.jspecify.annotations.NullMarked;
