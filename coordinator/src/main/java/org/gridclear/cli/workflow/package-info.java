/** Commands of workflows. */
package org.gridclear.cli.workflow;
