@NullMarked
package org.khabar.gateway.metrics;

import org.jspecify.annotations.NullMarked;
