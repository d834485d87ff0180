/**
 * How much each client may ask for: a token bucket and a bound on requests under way for each, and a bound on requests
 * under way in the whole process, beyond which new ones are turned away before everything gets slow.
 * {@link org.khabar.gateway.quota.Quotas} lets requests in.
 *
 * <p>Knows clients by name only, and no HTTP but the names of header fields.
 */
@NullMarked
package org.khabar.gateway.quota;

import org.jspecify.annotations.NullMarked;
