@NullMarked
package org.khabar.gateway.security;

import org.jspecify.annotations.NullMarked;
