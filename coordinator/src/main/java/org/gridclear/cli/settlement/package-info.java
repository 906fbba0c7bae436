/** Commands of the settlement, from the delivered day to the verified close. */
package org.gridclear.cli.settlement;
