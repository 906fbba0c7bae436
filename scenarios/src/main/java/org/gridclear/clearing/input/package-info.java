/** Cases as the clearing reads them, and the state that one run hands to the next. */
package org.gridclear.clearing.input;
