/** The whole stack, with real processes, as clients see it. */
package org.khabar.deploy.e2e;
