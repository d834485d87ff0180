/**
 * The parts in their order: starting, stopping and watching them. It does not know how a part is prepared, nor how
 * progress is shown.
 */
@NullMarked
package org.khabar.deploy.stack;

import org.jspecify.annotations.NullMarked;
