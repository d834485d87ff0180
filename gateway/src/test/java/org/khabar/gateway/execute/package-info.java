/** Tests of what a run of a plan may use. */
@NullMarked
package org.khabar.gateway.execute;

import org.jspecify.annotations.NullMarked;
