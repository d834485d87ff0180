/**
 * Bounds of what a client's connection may do, whatever it asks for: how many there are, how long the head of a request
 * may take, how long a client may read nothing, how many requests wait for one another.
 *
 * <p>Knows channels and HTTP messages, no GraphQL. {@link org.khabar.gateway.connection.Connections} puts the handlers in
 * place.
 */
@NullMarked
package org.khabar.gateway.connection;

import org.jspecify.annotations.NullMarked;
