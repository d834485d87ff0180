@NullMarked
package org.khabar.gateway.quota;

import org.jspecify.annotations.NullMarked;
