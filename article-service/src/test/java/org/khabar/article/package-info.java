/** Tests of the service as a whole. */
@NullMarked
package org.khabar.article;

import org.jspecify.annotations.NullMarked;
