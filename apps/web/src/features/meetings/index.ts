export { MeetingsPage } from './meetings-page';
