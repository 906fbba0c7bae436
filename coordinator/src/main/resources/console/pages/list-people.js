// Pages of this part of the desk, see docs/console.md.
export default [];
