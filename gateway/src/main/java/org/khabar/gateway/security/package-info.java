/**
 * Who is asking. Tokens are verified here (signature, issuer, expiry, audience) before a request is read; what a caller
 * may do is decided by the services, which verify the forwarded token again.
 *
 * <p>Knows tokens and roles, not GraphQL.
 */
@NullMarked
package org.khabar.gateway.security;

import org.jspecify.annotations.NullMarked;
