@NullMarked
package org.khabar.gateway.http;

import org.jspecify.annotations.NullMarked;
