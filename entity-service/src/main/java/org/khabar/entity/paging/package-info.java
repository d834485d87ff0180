/**
 * Relay connections: validated page arguments and opaque keyset cursors. Knows no feature's types.
 *
 * @see <a href="https://relay.dev/graphql/connections.htm">GraphQL Cursor Connections Specification</a>
 */
@NullMarked
package org.khabar.entity.paging;

import org.jspecify.annotations.NullMarked;
