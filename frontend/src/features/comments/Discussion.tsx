export const Discussion = ({ ideaId }: { ideaId: string }) => <p>{ideaId}</p>;
