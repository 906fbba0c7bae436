/** Which work item goes to which node: queues by priority, nodes, refusals. */
package org.gridclear.run.dispatch;
