export { ListsScreen } from '../screens/lists.tsx'
export { SettingsScreen } from '../screens/settings.tsx'
export { SupervisorScreen } from '../screens/supervisor.tsx'
export { createSupport } from '../support/support-bundle.ts'
