@NullMarked
package org.khabar.gateway.tracing;

import org.jspecify.annotations.NullMarked;
