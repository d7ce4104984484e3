// Lets Node 20 run our TypeScript sources directly.
import 'tsx'
