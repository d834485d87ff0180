/**
 * Keycloak as a part: the server unpacked and built once, the realm imported at first start.
 */
@NullMarked
package org.khabar.deploy.keycloak;

import org.jspecify.annotations.NullMarked;
