/** Commands of workflows. */
@NullMarked
package org.gridclear.cli.workflow;

import org.jspecify.annotations.NullMarked;
