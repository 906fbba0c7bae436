/** Which work item goes to which node: queues by priority, nodes, refusals. */
@NullMarked
package org.gridclear.run.dispatch;

import org.jspecify.annotations.NullMarked;
