/** A client of the running stack: tokens, GraphQL requests and imports over HTTP. */
@NullMarked
package org.khabar.deploy.client;

import org.jspecify.annotations.NullMarked;
