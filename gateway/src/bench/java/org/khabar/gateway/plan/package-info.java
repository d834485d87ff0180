/** How long planning takes: workloads, their benchmark, and files of them for other planners. */
@NullMarked
package org.khabar.gateway.plan;

import org.jspecify.annotations.NullMarked;
