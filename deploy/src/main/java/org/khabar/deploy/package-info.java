/**
 * The local stack and its command line: starts PostgreSQL, Keycloak and Khabar's services on one machine, and talks to
 * them as a client does. It knows the services by their jars, ports and HTTP interfaces alone, never by their classes.
 */
@NullMarked
package org.khabar.deploy;

import org.jspecify.annotations.NullMarked;
