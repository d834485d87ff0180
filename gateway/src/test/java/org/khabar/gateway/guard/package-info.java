/** Tests of what a document may cost before it is validated. */
@NullMarked
package org.khabar.gateway.guard;

import org.jspecify.annotations.NullMarked;
