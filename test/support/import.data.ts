/** A community in four small files, and which column of them is what. */
export const MAPPING = {
  users: { id: 'id', name: 'name', email: 'mail' },
  ideas: {
    id: 'id',
    author: 'by',
    title: 'title',
    body: { columns: ['text', 'more'], join: '\n\n' },
    createdAt: 'on',
    tags: 'tags',
  },
  comments: {
    id: 'id',
    idea: 'idea',
    parent: { columns: ['to'], none: ['-'] },
    author: 'by',
    body: 'text',
    createdAt: { columns: ['day', 'hour'] },
  },
  votes: { idea: 'idea', voter: 'who', value: 'vote', createdAt: 'ms' },
};
export const USERS = `id,name,mail
u1,Ana,
u2,"Bruno, the second",bruno@example.org
u3,Carla,
`;
export const IDEAS = `id,by,title,text,more,on,tags,likes
i1,u1,Bread until noon,"Late risers
want bread too.",Please!,2024-05-01,"Bread, Opening hours",17
i2,u2,A bench outside,Somewhere to sit.,,2024-05-02T10:30:00+02:00,,3
`;
export const COMMENTS = `id,idea,to,by,text,day,hour
c3,i1,c2,u1,I agree with both.,2024-05-03,12:00
c1,i1,-,u2,At noon I am asleep.,2024-05-03,10:00
c2,i1,c1,u3,So am I.,2024-05-03,11:00
c4,i2,gone,u1,Under the tree?,2024-05-04,09:15:30
`;
export const VOTES = `idea,who,vote,ms
i1,u2,1,1714700000000
i1,u3,1,1714700000000
i1,u3,-1,1714700001000
i2,u1,1,1714700000000
i2,u3,1,1714700000000
i2,u3,0,1714700005000
`;
