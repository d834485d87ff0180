/**
 * Turns requests away while the event loops are late, before anything is done for them: what is served then would be
 * served late, and everything else later still. {@link org.khabar.gateway.shedding.EventLoops} measures how late they
 * are.
 *
 * <p>Knows event loops, not requests.
 */
@NullMarked
package org.khabar.gateway.shedding;

import org.jspecify.annotations.NullMarked;
