/** Commands of declarations: declare, look at receipts, what is in force, what markets take. */
package org.gridclear.cli.declaration;
