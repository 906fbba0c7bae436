/** Commands that show a market at work. */
package org.gridclear.cli.demo;
