/** Commands that hand things to other systems and take them from there. */
package org.gridclear.cli.exchange;
