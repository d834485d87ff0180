/** Tests of what is known of operations before they are run. */
@NullMarked
package org.khabar.gateway.plan;

import org.jspecify.annotations.NullMarked;
