/**
 * The command line: picocli commands that read arguments, delegate and print. No rule lives here.
 */
@NullMarked
package org.khabar.deploy.cli;

import org.jspecify.annotations.NullMarked;
