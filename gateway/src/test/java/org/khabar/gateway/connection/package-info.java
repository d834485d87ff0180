/** What a client's connection may do. */
@NullMarked
package org.khabar.gateway.connection;

import org.jspecify.annotations.NullMarked;
