/** What the units of a run do on which node, while it goes on and afterwards. */
package org.gridclear.run.trace;
