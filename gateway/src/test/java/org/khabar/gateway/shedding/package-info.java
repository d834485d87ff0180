@NullMarked
package org.khabar.gateway.shedding;

import org.jspecify.annotations.NullMarked;
