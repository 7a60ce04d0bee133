//! x
use kafferum_analyser::*;
fn main(){
 let a=Analyser::bundled();
 for w in std::io::stdin().lines(){ let w=w.unwrap(); 
  println!("{w}\t{:?}\nQ {:?}",a.terms(Language::Finnish,&w).iter().map(|t|format!("{}:{:?}",t.text,t.tier)).collect::<Vec<_>>(),a.query_terms(Language::Finnish,&w).iter().map(|t|format!("{}:{:?}",t.text,t.tier)).collect::<Vec<_>>());
 }
}
