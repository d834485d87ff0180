/**
 * Operating system processes that outlive the one that starts them: start, record, recognise, stop. It does not know
 * what the processes are for.
 */
@NullMarked
package org.khabar.deploy.process;

import org.jspecify.annotations.NullMarked;
