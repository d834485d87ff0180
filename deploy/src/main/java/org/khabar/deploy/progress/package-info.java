/**
 * How work that takes a while is shown: a bar on a terminal, plain lines elsewhere.
 */
@NullMarked
package org.khabar.deploy.progress;

import org.jspecify.annotations.NullMarked;
