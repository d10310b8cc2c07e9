export const MyIdeas = () => null;
